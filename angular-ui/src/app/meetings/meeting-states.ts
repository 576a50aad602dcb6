import type { Tone } from '../kit/status-pill';
import { MeetingState, OfferState } from '../proxy/meetings';

export const meetingTones: Record<MeetingState, Tone> = {
  [MeetingState.Invited]: 'info', [MeetingState.Accepted]: 'good', [MeetingState.Tentative]: 'warn', [MeetingState.Declined]: 'bad', [MeetingState.Cancelled]: 'neutral', [MeetingState.Held]: 'good',
};

export const offerTones: Record<OfferState, Tone> = {
  [OfferState.Open]: 'info', [OfferState.Chosen]: 'good', [OfferState.Withdrawn]: 'neutral', [OfferState.Expired]: 'warn',
};
