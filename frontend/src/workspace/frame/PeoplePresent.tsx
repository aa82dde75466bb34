import { Button, Popover, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Person, useConnection, usePeople } from "../../collab";
import { Avatar, AvatarGroup, colorOf, type Pictured } from "../../ui";
import { usePlaceName } from "../places/titles";
import styles from "./PeoplePresent.module.css";
import { useWorkspace } from "./workspaceContext";

/** Who is at the table: a count, the departments as colours, and on demand everybody with where they are. */
export function PeoplePresent() {
  const { t } = useTranslation("workspace");
  const connection = useConnection();
  const people = usePeople();
  const [opened, setOpened] = useState(false);
  // Without a connection the list is as old as the connection; who it names may have left long ago.
  if (connection.status !== "online" || people.length === 0) return null;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus width={320}>
      <Popover.Target>
        <UnstyledButton
          className={styles.button}
          aria-label={t("people.present", { count: people.length })}
          onClick={() => setOpened(!opened)}
        >
          <span className={styles.avatars} aria-hidden="true">
            <AvatarGroup people={people.map(inDepartmentColor)} most={5} />
          </span>
          <span className={styles.count}>{t("people.present", { count: people.length })}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.list} aria-label={t("people.title")}>
        {byDepartment(people).map(([department, members]) => (
          <DepartmentPresent
            key={department}
            department={department}
            people={members}
            onGone={() => setOpened(false)}
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

interface DepartmentPresentProps {
  department: string;
  people: readonly Person[];
  onGone: () => void;
}

function DepartmentPresent({ department, people, onGone }: DepartmentPresentProps) {
  const { t } = useTranslation("workspace");
  return (
    <section className={styles.department}>
      <h3>
        <span className={styles.colour} style={{ background: colorOf(department) }} />
        {department || t("people.noDepartment")}
        <span className={styles.size}>{people.length}</span>
      </h3>
      <ul>
        {people.map((person) => (
          <OnePresent key={person.participant} person={person} onGone={onGone} />
        ))}
      </ul>
    </section>
  );
}

function OnePresent({ person, onGone }: { person: Person; onGone: () => void }) {
  const { t } = useTranslation("workspace");
  const { goTo } = useWorkspace();
  const { at } = person;
  return (
    <li className={styles.person}>
      <Avatar name={person.name} department={person.department} />
      <span className={styles.who}>
        <span>
          {person.name} {person.you && <span className={styles.size}>{t("people.you")}</span>}
        </span>
        {at && <Whereabouts person={person} />}
      </span>
      {at && !person.you && (
        <Button
          size="xs"
          variant="default"
          aria-label={t("people.goTo", { name: person.name })}
          onClick={() => {
            goTo(at);
            onGone();
          }}
        >
          {t("goThere")}
        </Button>
      )}
    </li>
  );
}

function Whereabouts({ person }: { person: Person }) {
  const place = usePlaceName(person.at ?? { section: "", id: null, field: null });
  return <span className={styles.where}>{[place.tool, place.record].filter(Boolean).join(" · ")}</span>;
}

/** A person's own colour marks their caret; here the colours tell departments apart. */
function inDepartmentColor({ name, department }: Person): Pictured {
  return { name, department };
}

/** Departments in alphabetical order, you first in yours. */
function byDepartment(people: readonly Person[]): [string, Person[]][] {
  const departments = new Map<string, Person[]>();
  for (const person of people) {
    departments.set(person.department, [...(departments.get(person.department) ?? []), person]);
  }
  for (const members of departments.values()) {
    members.sort((a, b) => Number(b.you) - Number(a.you) || a.name.localeCompare(b.name));
  }
  return [...departments].sort(([a], [b]) => a.localeCompare(b));
}
