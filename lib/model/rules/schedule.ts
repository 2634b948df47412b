interface Field {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const days = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Minute, hour, day of the month, month, day of the week. */
const fields: readonly Field[] = [
  { from: 0, to: 59, names: [] },
  { from: 0, to: 23, names: [] },
  { from: 1, to: 31, names: [] },
  { from: 1, to: 12, names: months },
  { from: 0, to: 6, names: days },
];

const shorthand = /^@(hourly|daily|midnight|weekly|monthly|yearly|annually)$/;
const part = /^(?:\*|\?|(\w+)(?:-(\w+))?)(?:\/([1-9]\d*))?$/;

/**
 * Whether a CronJob takes a schedule.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 */
export function isSchedule(text: string): boolean {
  const words = text.split(/\s+/);
  const isList = words.length === fields.length && words.every((word, index) => isField(word, fields[index]));
  return shorthand.test(text) || isList;
}

function isField(word: string, field: Field | undefined): boolean {
  return word.split(',').every((item) => {
    const [, first, last = first]: (string | undefined)[] = part.exec(item) ?? ['', 'none'];
    const bounds = [first, last].map((value) => (value === undefined ? field?.from : numberOf(value, field)));
    const [low = Number.NaN, high = Number.NaN] = bounds;
    return field !== undefined && low >= field.from && high <= field.to && low <= high;
  });
}

function numberOf(value: string, field: Field | undefined): number {
  const index = field?.names.indexOf(value.toUpperCase()) ?? -1;
  return index < 0 ? (/^\d+$/.test(value) ? Number(value) : Number.NaN) : index + (field?.from ?? 0);
}
