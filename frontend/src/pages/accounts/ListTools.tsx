import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../ui";
import styles from "./AccountsPage.module.css";
import { type ListOrder, ORDERS } from "./listing";

interface ListToolsProps {
  words: string;
  onWords: (words: string) => void;
  order: ListOrder;
  onOrder: (order: ListOrder) => void;
  /** How many accounts are shown. */
  found: number;
}

/** What narrows the list of accounts down and puts it in order. */
export function ListTools({ words, onWords, order, onOrder, found }: ListToolsProps) {
  const { t } = useTranslation("pages");
  const formats = useFormats();
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers from before autumn 2023 do not know <search>
    <div role="search" className={styles.tools}>
      <TextInput
        className={styles.search}
        type="search"
        aria-label={t("accounts.search")}
        placeholder={t("accounts.search")}
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
      />
      <NativeSelect
        aria-label={t("accounts.order")}
        value={order}
        data={ORDERS.map((value) => ({ value, label: t(`accounts.orders.${value}`) }))}
        onChange={(event) =>
          onOrder(ORDERS.find((known) => known === event.currentTarget.value) ?? "changed")
        }
      />
      <span className={styles.count} role="status">
        {t("accounts.count", { count: found, shown: formats.number(found) })}
      </span>
    </div>
  );
}
