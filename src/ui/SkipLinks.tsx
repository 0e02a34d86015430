import styles from './SkipLinks.module.css';

/** Jumps to the parts of a screen; each shows itself only while it has the focus. */
export function SkipLinks({
  label,
  links,
}: {
  label: string;
  links: readonly { id: string; text: string }[];
}) {
  return (
    <nav aria-label={label} className={styles.links}>
      {links.map(({ id, text }) => (
        <a
          key={id}
          className={styles.link}
          href={`#${id}`}
          onClick={(event) => {
            event.preventDefault();
            const target = document.getElementById(id);
            target?.scrollIntoView({ block: 'start' });
            target?.focus({ preventScroll: true });
          }}
        >
          {text}
        </a>
      ))}
    </nav>
  );
}
