export { createSamplePast, type SamplePart, type SamplePast } from './create-sample-past.ts';
export type {
  SampleAgent,
  SampleCall,
  SampleCallRow,
  SampleIncident,
  SampleInterval,
  SamplePastOptions,
  SampleQueue,
  SampleTopic,
} from './sample-past.types.ts';
