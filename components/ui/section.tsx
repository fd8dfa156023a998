import { type ReactNode, useId } from "react";
import { Unbroken } from "./unbroken.tsx";

/** A part of a page under a hairline, named by its heading. */
export function Section({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** Only for what is separate from the page around it. */
export function Card({ children }: { children: ReactNode }) {
  return <div className="card">{children}</div>;
}

/** The head of a page: what it is, what state it is in, what to do now. */
export function PageHead(props: { title: ReactNode; above?: ReactNode; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="page-head">
      <div>
        {props.above}
        <h1>{typeof props.title === "string" ? <Unbroken text={props.title} /> : props.title}</h1>
        {props.lead && <div className="mt-2 text-muted">{props.lead}</div>}
      </div>
      {props.actions && <div className="actions no-print">{props.actions}</div>}
    </header>
  );
}
