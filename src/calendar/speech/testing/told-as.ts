import type { ReadMoment, SettledMoment } from '../read-moment.js';

/** A reading as the cases write it; clocks are read by what the platform formats, and not by our own arithmetic. */
export function toldAs(read: ReadMoment, timeZone: string): string {
  switch (read.kind) {
    case 'unclear':
      return ['?', read.options.map((option) => settledAs(option, timeZone)).join(' | ')].join(' ').trim();
    case 'impossible':
      return `! ${read.reason}`;
    case 'not_understood':
      return '-';
    default:
      return settledAs(read, timeZone);
  }
}

function settledAs(moment: SettledMoment, timeZone: string): string {
  if (moment.kind === 'instant') return `${moment.approximate ? '~' : ''}${shownIn(moment.start, timeZone)}`;
  const days = moment.kind === 'day' ? moment.date : `${moment.from}..${moment.to}`;
  return moment.part ? `${days} ${moment.part}` : days;
}

function shownIn(start: Date, timeZone: string): string {
  return `${local(start, timeZone)}${cameBack(start, timeZone) ? ` ${offset(start, timeZone)}` : ''}`;
}

function local(start: Date, timeZone: string): string {
  return start.toLocaleString('sv-SE', { timeZone }).slice(0, 16);
}

/** Whether the same time is shown an hour before or after. */
function cameBack(start: Date, timeZone: string): boolean {
  return [-1, 1].some((hours) => {
    const other = new Date(start.getTime() + hours * 3_600_000);
    return local(other, timeZone) === local(start, timeZone);
  });
}

function offset(start: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(start);
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').slice(3, 6);
}
