/** What the ids of diagnoses start with: `diagnosis_<uuid>`. */
export const diagnosisPrefix = 'diagnosis';

/** What the ids of repairs start with. */
export const repairPrefix = 'repair';
