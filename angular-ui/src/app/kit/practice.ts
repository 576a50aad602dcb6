import { SandboxAnswerKind, type SandboxAnswerInput } from '../proxy/mail';

const inOwnWords: readonly SandboxAnswerKind[] = [SandboxAnswerKind.Reply, SandboxAnswerKind.Object];

/** In practice mode, whoever practises answers for the contact: with words of their own where there are any, to an offer with its first time (the host counts from 0). */
export function answerFor(mailId: string, kind: SandboxAnswerKind, words: string): SandboxAnswerInput {
  return {
    mailId, kind,
    text: (inOwnWords.includes(kind) && words.trim()) || undefined,
    choice: kind === SandboxAnswerKind.ChooseTime ? 0 : undefined,
  };
}
