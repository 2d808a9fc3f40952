import type { Rule } from "@frontrow/protocol/library/rule";
import type { Library } from "@frontrow/sdk/library";
import Pencil from "lucide-react/icons/pencil";
import Plus from "lucide-react/icons/plus";
import Trash2 from "lucide-react/icons/trash-2";
import Volume2 from "lucide-react/icons/volume-2";
import { useState } from "react";
import { Button, IconButton } from "../../ui/button.tsx";
import fieldStyles from "../../ui/field.module.css";
import { useSpeechSettings } from "../coach/speech-settings.ts";
import { Problem } from "../library/problem.tsx";
import { useAction } from "../library/use-action.ts";
import { type Draft, newDraft } from "./draft.ts";
import styles from "./rules.module.css";
import { sentenceOf } from "./words.ts";

const suggestions: readonly (readonly [string, Draft])[] = [
  ["Viewers fall by a fifth", newDraft],
  ["Somebody sends a large gift", { ...newDraft, kind: "gift" }],
  ["Somebody writes “how much”", { ...newDraft, kind: "words", words: "how much" }],
];

interface RuleListProps {
  readonly rules: readonly Rule[];
  /** `draft`: to begin with. */
  readonly onNew: (draft?: Draft) => void;
  readonly onEdit: (rule: Rule) => void;
}

/** All rules, on and off; what was deleted here last can be brought back. */
export function RuleList({ rules, onNew, onEdit }: RuleListProps) {
  const { run, failure } = useAction();
  const [deleted, setDeleted] = useState<Rule>();
  const { isMuted } = useSpeechSettings();
  const save = ({ ruleId, ...rule }: Rule) => run((library: Library) => library.setRule(ruleId, rule));
  const remove = async (rule: Rule) => {
    if (await run((library) => library.removeRule(rule.ruleId))) setDeleted(rule);
  };
  return (
    <>
      {rules.length === 0 ? (
        <div className={styles["none"]}>
          <p>
            A rule tells you when something happens in the broadcast: on this page, and with a sound if you like. Before you save
            one, try it on your last broadcasts.
          </p>
          <ul>
            {suggestions.map(([name, draft]) => (
              <li key={name}>
                <Button onClick={() => onNew(draft)}>{name}</Button>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <ul className={styles["list"]}>
          {rules.map((rule) => (
            <RuleRow key={rule.ruleId} rule={rule} onSave={save} onEdit={onEdit} onDelete={remove} />
          ))}
        </ul>
      )}
      <div role="status">
        {deleted && !rules.some(({ ruleId }) => ruleId === deleted.ruleId) ? (
          <p className={styles["deleted"]}>
            <span>
              <bdi>{deleted.name}</bdi> is deleted.
            </span>
            <Button look="quiet" onClick={() => save(deleted)}>
              Undo
            </Button>
          </p>
        ) : null}
      </div>
      <Problem failure={failure} what="The rules are as they were." saysMessage />
      <div className={styles["foot"]}>
        <Button look="primary" onClick={() => onNew()}>
          <Plus size={17} aria-hidden="true" />
          New rule
        </Button>
        {isMuted && rules.some(({ hasSound }) => hasSound) ? (
          <p className={styles["note"]}>Sounds are muted: M lets them be heard.</p>
        ) : null}
      </div>
    </>
  );
}

interface RuleRowProps {
  readonly rule: Rule;
  readonly onSave: (rule: Rule) => void;
  readonly onEdit: (rule: Rule) => void;
  readonly onDelete: (rule: Rule) => void;
}

function RuleRow({ rule, onSave, onEdit, onDelete }: RuleRowProps) {
  const { name, isOn, hasSound, condition } = rule;
  const sentence = sentenceOf(condition);
  return (
    <li className={styles["row"]} data-testid="rule-row">
      <span className={fieldStyles["switch"]}>
        <input
          type="checkbox"
          role="switch"
          aria-label={`${name}: on`}
          aria-checked={isOn}
          checked={isOn}
          onChange={({ target }) => onSave({ ...rule, isOn: target.checked })}
        />
      </span>
      <span className={styles["what"]}>
        <strong>
          <bdi>{name}</bdi>
          {hasSound ? <Volume2 size={15} role="img" aria-label="with a sound" /> : null}
        </strong>
        {sentence === name ? null : (
          <span className={styles["note"]}>
            <bdi>{sentence}</bdi>
          </span>
        )}
      </span>
      <IconButton label={`Change ${name}`} icon={<Pencil size={16} aria-hidden="true" />} onClick={() => onEdit(rule)} />
      <IconButton label={`Delete ${name}`} icon={<Trash2 size={16} aria-hidden="true" />} onClick={() => onDelete(rule)} />
    </li>
  );
}
