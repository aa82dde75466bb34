import { Button, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Target } from "../../collab";
import { formatTarget } from "../../form/places";
import { EmptyState } from "../../ui";
import { SidePanel } from "../frame/SidePanel";
import { sectionOf } from "../places/targets";
import { usePlaceName } from "../places/titles";
import styles from "./CommentsPanel.module.css";
import { Composer } from "./Composer";
import { useComments } from "./commentsContext";
import { ThreadCard } from "./ThreadCard";
import { chosenThreads, type ThreadFilter } from "./threads";
import { useDiscussion } from "./useDiscussion";

const FILTERS: readonly ThreadFilter[] = ["open", "settled", "mine"];

interface CommentsPanelProps {
  /** Where this person is, for what they say without having chosen a place. */
  here: Target | null;
  /** Over a record that is open over the page. */
  isOver: boolean;
}

/** The plan's threads, or those of one record or field, and a field to begin another. */
export function CommentsPanel({ here, isOver }: CommentsPanelProps) {
  const { t } = useTranslation("workspace");
  const { threads, panel, closePanel, showFilter } = useComments();
  const { begin, canSpeak, me } = useDiscussion();
  if (!panel) return null;
  const shown = chosenThreads(threads, panel.filter, panel.about, me);
  const subject = panel.about ?? here;
  return (
    <SidePanel title={t("comments.title")} isOver={isOver} onClose={closePanel}>
      {panel.about && <Subject about={panel.about} />}
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t("comments.filter")}
        value={panel.filter}
        onChange={(filter) => showFilter(filter as ThreadFilter)}
        data={FILTERS.map((filter) => ({
          value: filter,
          label: t(`comments.filters.${filter}`, {
            count: chosenThreads(threads, filter, panel.about, me).length,
          }),
        }))}
      />
      {subject && canSpeak && (
        <Begin
          key={formatTarget(subject)}
          about={subject}
          isAsked={panel.about !== null}
          onSend={(text) => begin(subject, text)}
        />
      )}
      {shown.length === 0 && <NoThreads filter={panel.filter} />}
      <ul className={styles.threads}>
        {shown.map((thread) => (
          <ThreadCard key={thread.id} thread={thread} />
        ))}
      </ul>
    </SidePanel>
  );
}

/** What the panel is narrowed to, and the way back to everything. */
function Subject({ about }: { about: Target }) {
  const { t } = useTranslation("workspace");
  const { showEverything } = useComments();
  return (
    <div className={styles.subject}>
      <span>{useWords(about)}</span>
      <Button size="xs" variant="subtle" onClick={showEverything}>
        {t("comments.showEverything")}
      </Button>
    </div>
  );
}

interface BeginProps {
  about: Target;
  /** Somebody pressed *Comment* at this very place, and goes on typing. */
  isAsked: boolean;
  onSend(text: string): void;
}

function Begin({ about, isAsked, onSend }: BeginProps) {
  const { t } = useTranslation("workspace");
  const where = useWords(about);
  return (
    <Composer
      label={t("comments.begin", { where })}
      draftKey={`about ${formatTarget(about)}`}
      sendLabel={t("comments.send")}
      autoFocus={isAsked}
      onSend={onSend}
    />
  );
}

function NoThreads({ filter }: { filter: ThreadFilter }) {
  const { t } = useTranslation("workspace");
  return (
    <EmptyState title={t(`comments.none.${filter}.title`)}>{t(`comments.none.${filter}.text`)}</EmptyState>
  );
}

/** A place in words, as short as it stays clear: a record is known by its name, a section by its own. */
function useWords(about: Target): string {
  const { t } = useTranslation("workspace");
  const { tool, record, field } = usePlaceName(about);
  const section = sectionOf(about.section);
  const whole =
    section?.many === false || !section ? tool : t(`section.${section.key}.label`, { ns: "plan" });
  return [record || whole, field].filter(Boolean).join(" · ");
}
