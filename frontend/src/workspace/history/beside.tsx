import { Suspense } from "react";
import type { Target } from "../../collab";
import { formatTarget } from "../../form/places";
import { lazily } from "../../ui/lazily";
import { sectionOf } from "../places/targets";
import { useDrifted, useHistory } from "./historyContext";

const RecordPast = lazily(() => import("./RecordPast"));
const FieldPast = lazily(() => import("./FieldPast"));

/** Beside a record: the way to who wrote it, and how much of it has changed since a version. */
export function BesideRecord({ target }: { target: Target }) {
  const isRecord = target.id !== null || sectionOf(target.section)?.many === false;
  if (!isRecord || target.field !== null) return null;
  return (
    <Suspense>
      <RecordPast target={target} />
    </Suspense>
  );
}

/** Beneath a field, when it is asked for: who wrote it, and what it said before. Most fields pay for nothing. */
export function BeneathField({ target }: { target: Target }) {
  const { showsAuthors } = useHistory();
  const change = useDrifted().fields.get(formatTarget(target));
  if (!showsAuthors && !change) return null;
  return (
    <Suspense>
      <FieldPast target={target} change={change} showsAuthor={showsAuthors} />
    </Suspense>
  );
}
