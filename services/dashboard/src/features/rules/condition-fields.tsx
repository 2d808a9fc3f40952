import type { RuleMetric } from "@frontrow/protocol/library/rule";
import { Select } from "../../ui/field.tsx";
import { spoken } from "../../ui/format.ts";
import type { Draft, DraftKind, Fault } from "./draft.ts";
import styles from "./rules.module.css";
import { TextField } from "./text-field.tsx";
import { metricNames } from "./words.ts";

const kinds: readonly { readonly value: DraftKind; readonly name: string }[] = [
  { value: "falls", name: "something falls" },
  { value: "rises", name: "something rises" },
  { value: "atLeast", name: "something comes to at least" },
  { value: "atMost", name: "something comes down to" },
  { value: "person", name: "somebody writes" },
  { value: "words", name: "a word is written" },
  { value: "gift", name: "a large gift comes" },
];
const metrics = (Object.keys(metricNames) as RuleMetric[]).map((value) => ({ value, name: metricNames[value] }));
const spans = [10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000];

interface ConditionFieldsProps {
  readonly draft: Draft;
  readonly fault: Fault | undefined;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** What a rule watches for. */
export function ConditionFields({ draft, fault, onChange }: ConditionFieldsProps) {
  const { kind } = draft;
  const faultOf = (field: Fault["field"]) => (fault?.field === field ? fault.says : undefined);
  return (
    <>
      <Select label="Ring when" value={kind} choices={kinds} onChange={(next) => onChange({ kind: next })} />
      {kind === "person" ? (
        <TextField
          label="Name at TikTok"
          field="handle"
          value={draft.handle}
          placeholder="@name"
          maxLength={64}
          fault={faultOf("handle")}
          onChange={(handle) => onChange({ handle })}
        />
      ) : kind === "words" ? (
        <>
          <TextField
            label="Word, or words in order"
            field="words"
            value={draft.words}
            placeholder="how much"
            maxLength={100}
            fault={faultOf("words")}
            onChange={(words) => onChange({ words })}
          />
          <p className={styles["note"]}>Large and small letters and accents make no difference.</p>
        </>
      ) : kind === "gift" ? (
        <>
          <TextField
            label="Of at least"
            field="diamonds"
            isNumber
            unit="diamonds"
            value={draft.diamonds}
            fault={faultOf("diamonds")}
            onChange={(diamonds) => onChange({ diamonds })}
          />
          <p className={styles["note"]}>All taps of a streak count together. Gifts to guests do not count.</p>
        </>
      ) : (
        <MeasureFields draft={draft} faultOf={faultOf} onChange={onChange} />
      )}
    </>
  );
}

interface MeasureFieldsProps extends Omit<ConditionFieldsProps, "fault"> {
  readonly faultOf: (field: Fault["field"]) => string | undefined;
}

function MeasureFields({ draft, faultOf, onChange }: MeasureFieldsProps) {
  const { kind, metric, spanMs } = draft;
  const isChange = kind === "falls" || kind === "rises";
  const choices = (spans.includes(spanMs) ? spans : [...spans, spanMs].sort((a, b) => a - b)).map((ms) => ({
    value: String(ms),
    name: spoken(ms),
  }));
  return (
    <>
      <Select label="What" value={metric} choices={metrics} onChange={(next) => onChange({ metric: next })} />
      {isChange ? (
        <TextField
          label="By"
          field="percent"
          isNumber
          unit={metric === "mood" ? "points" : "%"}
          value={draft.percent}
          fault={faultOf("percent")}
          onChange={(percent) => onChange({ percent })}
        />
      ) : (
        <TextField
          label={kind === "atLeast" ? "At least" : "At most"}
          field="value"
          isNumber
          unit={metric === "mood" ? "−100 bad, 100 good" : undefined}
          value={draft.value}
          fault={faultOf("value")}
          onChange={(value) => onChange({ value })}
        />
      )}
      {metric === "viewers" && !isChange ? null : (
        <Select label="Within" value={String(spanMs)} choices={choices} onChange={(ms) => onChange({ spanMs: Number(ms) })} />
      )}
    </>
  );
}
