import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  redirect,
} from "@tanstack/react-router";
import { sessionQuery } from "../api";
import { ErrorPage } from "./ErrorPage";
import { type Audience, safeNext, type Way, wayFor } from "./guards";
import { NotFoundPage } from "./NotFoundPage";
import { PageSkeleton } from "./PageSkeleton";
import { Root } from "./Root";

interface PagesContext {
  queries: QueryClient;
}

interface Opening {
  context: PagesContext;
  location: { href: string; search: { next?: string } };
}

/** Lets in those a page is for and shows the others where to go. */
function admit(audience: Audience) {
  return async ({ context, location }: Opening) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    const way = wayFor(session, audience, location.href);
    if (way) throw redirectTo(way, location.search.next);
  };
}

function redirectTo(way: Way, next: string | undefined) {
  switch (way.to) {
    case "plan":
      return redirect({ to: "/plans/$planId", params: { planId: way.id } });
    case "sign-in":
      return redirect({ to: "/sign-in", search: { next: way.next } });
    case "onward":
      return redirect({ to: safeNext(next) });
    default:
      return redirect({ to: way.to });
  }
}

const root = createRootRouteWithContext<PagesContext>()({ component: Root, notFoundComponent: NotFoundPage });
const under = () => root;

const accounts = createRoute({
  getParentRoute: under,
  path: "/",
  beforeLoad: admit("member"),
  component: lazyRouteComponent(() => import("../pages/accounts/AccountsPage"), "AccountsPage"),
});

const account = createRoute({
  getParentRoute: under,
  path: "/accounts/$accountId",
  beforeLoad: admit("member"),
  component: lazyRouteComponent(() => import("../pages/account/AccountPage"), "AccountPage"),
});

const members = createRoute({
  getParentRoute: under,
  path: "/members",
  beforeLoad: admit("owner"),
  component: lazyRouteComponent(() => import("../pages/members/MembersPage"), "MembersPage"),
});

const audit = createRoute({
  getParentRoute: under,
  path: "/audit",
  beforeLoad: admit("owner"),
  component: lazyRouteComponent(() => import("../pages/audit/AuditPage"), "AuditPage"),
});

const settings = createRoute({
  getParentRoute: under,
  path: "/settings",
  beforeLoad: admit("member"),
  component: lazyRouteComponent(() => import("../pages/settings/SettingsPage"), "SettingsPage"),
});

const signIn = createRoute({
  getParentRoute: under,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search.next === "string" ? { next: safeNext(search.next) } : {},
  beforeLoad: admit("newcomer"),
  component: lazyRouteComponent(() => import("../pages/entrance/SignInPage"), "SignInPage"),
});

const setUp = createRoute({
  getParentRoute: under,
  path: "/setup",
  beforeLoad: admit("setup"),
  component: lazyRouteComponent(() => import("../pages/entrance/SetUpPage"), "SetUpPage"),
});

const invitation = createRoute({
  getParentRoute: under,
  path: "/invitation",
  beforeLoad: admit("anyone"),
  component: lazyRouteComponent(() => import("../pages/entrance/InvitationPage"), "InvitationPage"),
});

const join = createRoute({
  getParentRoute: under,
  path: "/join/{-$code}",
  beforeLoad: admit("anyone"),
  component: lazyRouteComponent(() => import("../pages/join/JoinPage"), "JoinPage"),
});

const plan = createRoute({
  getParentRoute: under,
  path: "/plans/$planId",
  beforeLoad: admit("seat"),
  component: lazyRouteComponent(() => import("./PlanPage"), "PlanPage"),
});

// The tools of a plan are one page: going from one to another must not close the connection.
const planStart = createRoute({ getParentRoute: () => plan, path: "/" });
const planTool = createRoute({ getParentRoute: () => plan, path: "$toolKey" });

const tree = root.addChildren([
  accounts,
  account,
  members,
  audit,
  settings,
  signIn,
  setUp,
  invitation,
  join,
  plan.addChildren([planStart, planTool]),
]);

/** Every page of Tavolo by its address; the browser's own history unless another is given. */
export function createPages(queries: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree: tree,
    ...(history ? { history } : {}),
    context: { queries },
    defaultPreload: "intent",
    scrollRestoration: true,
    defaultErrorComponent: ErrorPage,
    defaultPendingComponent: PageSkeleton,
    defaultPendingMs: 300,
  });
}

export type Pages = ReturnType<typeof createPages>;

declare module "@tanstack/react-router" {
  interface Register {
    router: Pages;
  }
}
