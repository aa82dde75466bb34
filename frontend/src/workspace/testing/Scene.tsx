import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { type ReactNode, Suspense, useEffect } from "react";
import { type Plan, type Session, sessionQuery } from "../../api";
import { type LiveSession, PlanSessionContext } from "../../collab";
import { Announcer, useAnnounce } from "../../ui";
import { CommentsProvider } from "../comments/CommentsProvider";
import { ExportsProvider } from "../export/ExportsProvider";
import { FindingsProvider } from "../findings/FindingsProvider";
import { useWorkspaceState } from "../frame/useWorkspaceState";
import { WorkspaceContext } from "../frame/workspaceContext";
import { HistoryProvider } from "../history/HistoryProvider";
import { answerWith, type FakeAnswers } from "./fakeServer";

export const PLAN: Plan = {
  id: "plan-of-the-tests",
  title: "Plan 2027–2029",
  starts_on: "2027-01-01",
  ends_on: "2029-12-31",
  account: { id: "account-of-the-tests", name: "Northlake Hospitals", has_logo: false },
  role: "facilitator",
  can: ["read", "edit", "comment", "export", "manage"],
  lineage: "lineage-of-the-tests",
  changed_at: "2027-02-03T10:00:00Z",
};

const MEMBER: Session = {
  kind: "member",
  company: "Contoso",
  participant: "participant-ada-00001",
  name: "Ada Rossi",
  department: "Sales",
  email: "ada@contoso.example",
  is_owner: false,
};

interface SceneOptions {
  about?: Plan;
  session?: Session;
  answers?: FakeAnswers;
  path?: string;
  /** Shown bare, without the contexts of the frame, when the frame itself is on stage. */
  isBare?: boolean;
}

export interface Scene {
  user: UserEvent;
  address(): string;
  /** What screen readers have been told last. */
  announced(): string;
}

// happy-dom knows of no fonts; a text area that grows with its words asks for them.
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });

/** Shows something inside a plan, with everything real but the server and the socket. */
export async function stage(
  live: LiveSession,
  children: ReactNode,
  {
    about = PLAN,
    session = MEMBER,
    answers = {},
    path = `/plans/${PLAN.id}`,
    isBare = false,
  }: SceneOptions = {},
): Promise<Scene> {
  answerWith({ "GET /session": session, [`GET /plans/${PLAN.id}`]: about, ...answers });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queries.setQueryData(sessionQuery.queryKey, session);
  const inside = isBare ? children : <Framed about={about}>{children}</Framed>;
  const pages = pagesShowing(<PlanSessionContext value={live}>{inside}</PlanSessionContext>, path);
  await pages.load();
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <RouterProvider router={pages} />
        <Announcer />
        <Silence />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return {
    user: userEvent.setup(),
    address: () => pages.state.location.pathname,
    announced: () => [...document.querySelectorAll("[aria-live=polite]")].map((e) => e.textContent).join(""),
  };
}

/** What an earlier test announced is over. */
function Silence() {
  const announce = useAnnounce();
  useEffect(() => announce(""), [announce]);
  return null;
}

function Framed({ about, children }: { about: Plan; children: ReactNode }) {
  return (
    <WorkspaceContext value={useWorkspaceState(about.id, about)}>
      <CommentsProvider>
        <FindingsProvider>
          <HistoryProvider>
            <ExportsProvider>{children}</ExportsProvider>
          </HistoryProvider>
        </FindingsProvider>
      </CommentsProvider>
    </WorkspaceContext>
  );
}

function pagesShowing(shown: ReactNode, path: string) {
  const root = createRootRoute({
    component: () => (
      <Suspense>
        {shown}
        <Outlet />
      </Suspense>
    ),
  });
  const under = () => root;
  const routeTree = root.addChildren([
    createRoute({ getParentRoute: under, path: "/" }),
    createRoute({ getParentRoute: under, path: "/sign-in" }),
    createRoute({ getParentRoute: under, path: "/plans/$planId" }),
    createRoute({ getParentRoute: under, path: "/plans/$planId/$toolKey" }),
  ]);
  return createRouter({ routeTree, history: createMemoryHistory({ initialEntries: [path] }) });
}
