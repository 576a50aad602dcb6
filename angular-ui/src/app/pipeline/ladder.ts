import { Stage, TouchKind, type RelationshipDto } from '../proxy/engagement';

export const ladder: readonly Stage[] = [Stage.Social, Stage.Email, Stage.Meeting, Stage.Partnership];
export const stages: readonly Stage[] = [...ladder, Stage.Resting, Stage.Closed];

export type Card = RelationshipDto;

/** How a card gets to a stage; or a localization key that says why it doesn't, whose {0} is the stage it may go to. */
export type Way = { by: 'gate' } | { by: 'reason' } | { by: 'rest' } | { by: 'close' } | { by: 'none'; why: string; next?: Stage };

/** The host decides; this says beforehand what it will ask for, and where a card can't be dropped at all. */
export function wayTo(card: Pick<Card, 'stage' | 'rung'>, to: Stage): Way {
  const from = card.stage;
  if (to === from) return { by: 'none', why: '' };
  if (to === Stage.Closed) return { by: 'close' };
  if (from === Stage.Closed || from === Stage.Resting) {
    if (to === Stage.Resting) return { by: 'none', why: '::Pipeline:No:Closed', next: card.rung };
    return to === card.rung ? { by: 'reason' } : { by: 'none', why: '::Pipeline:No:Rung', next: card.rung };
  }
  if (to === Stage.Resting) return { by: 'rest' };
  const step = ladder.indexOf(to) - ladder.indexOf(from);
  if (step === 1) return { by: 'gate' };
  if (step === -1) return { by: 'reason' };
  return step > 1 ? { by: 'none', why: '::Pipeline:No:Skip', next: ladder[ladder.indexOf(from) + 1] } : { by: 'none', why: '::Pipeline:No:Back', next: ladder[ladder.indexOf(from) - 1] };
}

/** Shift with an arrow: one stage on or back, as far as the ladder goes. */
export function beside(card: Pick<Card, 'stage' | 'rung'>, by: 1 | -1): Stage | undefined {
  return stages[stages.indexOf(card.stage) + by];
}

/** What may have happened that leads a step up: their words, or a meeting. */
export function factsFor(to: Stage): TouchKind[] {
  if (to === Stage.Email) return [TouchKind.PersonalReply, TouchKind.IntroductionAccepted, TouchKind.EventAttended, TouchKind.InvitationFromThem];
  return to === Stage.Meeting ? [TouchKind.PersonalReply] : [TouchKind.MeetingHeld];
}

export const icons: Record<Stage, string> = { Social: 'chat-dots', Email: 'envelope', Meeting: 'calendar-event', Partnership: 'award', Resting: 'moon', Closed: 'archive' };
