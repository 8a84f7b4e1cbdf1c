export {
  type BegunSample,
  beginSampleData,
  beginSampleRemoval,
  type SampleWish,
} from './begin-sample-data.ts';
export {
  emptySampleData,
  fillSampleData,
  type SampleWork,
  type SampleWorkOptions,
} from './fill-sample-data.ts';
export {
  findSampleData,
  hasRealCalls,
  readSampleData,
  type SampleDataRow,
} from './sample-data-row.ts';
