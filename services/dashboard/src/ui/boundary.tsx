import { Component, type ReactNode } from "react";
import styles from "./boundary.module.css";
import { Button } from "./button.tsx";
import { Details } from "./details.tsx";

interface BoundaryProps {
  /** What fails, when it does: "Gifts". */
  readonly what: string;
  readonly children: ReactNode;
}

/** Keeps a fault in one panel from taking the page along: says what happened, and lets the reader try again. */
export class Boundary extends Component<BoundaryProps, { readonly fault: Error | undefined }> {
  override state: { readonly fault: Error | undefined } = { fault: undefined };

  static getDerivedStateFromError(fault: unknown) {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) };
  }

  override render() {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return (
      <div className={styles["fault"]} role="alert">
        <p>
          <strong>{this.props.what} cannot be shown.</strong> The rest of the page goes on.
        </p>
        <Button onClick={() => this.setState({ fault: undefined })}>Try again</Button>
        <Details
          facts={[
            ["Panel", this.props.what],
            ["Message", fault.message],
          ]}
        />
      </div>
    );
  }
}
