import styles from "./TextSections.module.css";

/** Text under headings, as written. */
export function TextSections({ sections }: { sections: readonly { title: string; text: string }[] }) {
  return sections.map((section) => (
    <section key={section.title} className={styles["section"]}>
      <h3>{section.title}</h3>
      <p>{section.text}</p>
    </section>
  ));
}
