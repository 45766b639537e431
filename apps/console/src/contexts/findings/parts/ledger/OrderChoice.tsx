import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { GROUPINGS, SORT_FIELDS } from "@anji/findings";
import { type FindingsSearch, sortOf } from "../../search.ts";
import styles from "../../pages/FindingsPage.module.css";

const NO_GROUP = "none";

/** Chooses the order of the rows and the groups of the sums. */
export function OrderChoice({ search, onShow }: { search: FindingsSearch; onShow: (search: FindingsSearch) => void }) {
  const { t } = useTranslation();
  const { by, direction } = sortOf(search);
  const opposite = direction === "asc" ? "desc" : "asc";
  return (
    <span className={styles["order"]}>
      <Select
        aria-label={t("findings.group.label")}
        popupMatchSelectWidth={false}
        value={search.group ?? NO_GROUP}
        options={[
          { value: NO_GROUP, label: t("findings.group.none") },
          ...GROUPINGS.map((value) => ({ value, label: t(`findings.group.${value}`) })),
        ]}
        onChange={(value) => onShow({ ...search, group: GROUPINGS.find((one) => one === value) })}
      />
      <Select
        aria-label={t("findings.sort.label")}
        popupMatchSelectWidth={false}
        value={by}
        options={SORT_FIELDS.map((value) => ({ value, label: t(`findings.sort.${value}`) }))}
        onChange={(value) => onShow({ ...search, sort: value })}
      />
      <Button onClick={() => onShow({ ...search, direction: opposite })}>{t(`findings.sort.${direction}`)}</Button>
    </span>
  );
}
