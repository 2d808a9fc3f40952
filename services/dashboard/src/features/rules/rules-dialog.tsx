import { useState } from "react";
import { useLibrary } from "../../live/use-library.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { RowsSkeleton } from "../../ui/skeleton.tsx";
import { Problem } from "../library/problem.tsx";
import { draftOf, type Edited, newDraft } from "./draft.ts";
import { RuleForm } from "./rule-form.tsx";
import { RuleList } from "./rule-list.tsx";

/** The desk's alert rules, or the one that is written. */
export default function RulesDialog({ onClose }: { onClose: () => void }) {
  const { answer, retry } = useLibrary("rules", "rules", (library) => library.rules());
  const [edited, setEdited] = useState<Edited>();
  const title = edited ? (edited.rule ? "Change a rule" : "New rule") : "Alert rules";
  return (
    <Dialog title={<h2 id="rules-title">{title}</h2>} aria-labelledby="rules-title" onClose={onClose}>
      {edited ? (
        <RuleForm edited={edited} onDone={() => setEdited(undefined)} onClose={onClose} />
      ) : answer.state === "ready" ? (
        <RuleList
          rules={answer.value}
          onNew={(draft) => setEdited({ ruleId: crypto.randomUUID(), draft: draft ?? newDraft })}
          onEdit={(rule) => setEdited({ ruleId: rule.ruleId, rule, draft: draftOf(rule) })}
        />
      ) : answer.state === "loading" ? (
        <RowsSkeleton rows={3} />
      ) : (
        <Problem failure={answer} what="The rules do not come just now." onRetry={retry} />
      )}
    </Dialog>
  );
}
