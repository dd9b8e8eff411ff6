import { rank, transcriptRank, type Registers, type Telling } from '../../../calls/merge/call-facts.js';
import { highest, latest, type RegisterValue } from '../../../calls/merge/evidence.js';
import type { WholeTranscript } from '../../../calls/merge/transcript.js';
import type { Fields } from './fields.js';
import { readBill } from './read-costs.js';
import { readSpeech } from './read-speech.js';
import { readReportTranscript } from './read-transcript.js';
import { readReportTransfers } from './read-transfers.js';

/** What a report says of an ended call; only its own members, never those of its `call`. */
export function readReport(report: Fields, at: number): Telling {
  const said = (value: RegisterValue | undefined) => (value === undefined ? undefined : latest(rank.report, at, value));
  const bill = readBill(report);
  const transcript = readReportTranscript(report);
  return {
    registers: {
      started: said(report.time('startedAt')),
      ended: said(report.time('endedAt')),
      duration: said(durationOf(report)),
      endedReason: said(report.text('endedReason', 500)),
      summary: said(report.at('analysis').text('summary', 20_000) ?? report.text('summary', 20_000)),
      satisfaction: said(satisfactionOf(report.at('analysis').at('structuredData'))),
      recording: said(recordingOf(report)),
      bill: said(bill?.digest),
      ...readReportTransfers(report, at),
      ...(transcript && transcriptRegisters(transcript, at)),
    },
    transcript,
    bill,
  };
}

function transcriptRegisters({ digest, segments }: WholeTranscript, at: number): Registers {
  return {
    callerSpoke: highest(rank.snapshot, false),
    ...readSpeech(segments, rank.report),
    transcript: latest(transcriptRank.report, at, digest),
  };
}

function durationOf(report: Fields): number | undefined {
  const milliseconds = report.number('durationMs');
  const minutes = report.number('durationMinutes');
  if (report.has('durationSeconds')) return report.number('durationSeconds');
  if (milliseconds !== undefined) return milliseconds / 1000;
  return minutes === undefined ? undefined : minutes * 60;
}

const satisfactionKeys = ['satisfaction', 'customerSatisfaction', 'csat'];

/** Structured data is what the assistant's owner asked the model for; a whole number from 1 to 5 under one of these names counts. */
function satisfactionOf(data: Fields): number | undefined {
  const grades = satisfactionKeys.map((key) => data.number(key));
  return grades.find((grade) => grade !== undefined && Number.isInteger(grade) && grade >= 1 && grade <= 5);
}

/** The stable address; signed ones expire, so they are asked for when someone listens. */
function recordingOf(report: Fields): string | undefined {
  const artifact = report.at('artifact');
  const recording = artifact.at('recording');
  return (
    artifact.text('recordingUrl', 2000) ??
    recording.at('mono').text('combinedUrl', 2000) ??
    recording.text('stereoUrl', 2000) ??
    report.text('recordingUrl', 2000)
  );
}
