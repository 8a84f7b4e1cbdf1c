'use client';
import { SampleDataNotice } from '#client/figures/sample-data/sample-data-notice.tsx';
import { SampleDataOffer } from '#client/figures/sample-data/sample-data-offer.tsx';
import { useSampleData } from '#client/figures/sample-data/use-sample-data.ts';

/** Made-up calls to try figures and history with, to add and to take away. */
export function SampleDataSection() {
  const sample = useSampleData();
  return (
    <section className="settings-sample" aria-labelledby="sample-data-title">
      <h2 id="sample-data-title">Sample data</h2>
      <p className="settings-muted">
        Five weeks of made-up calls, marked as such, to see what history and figures look like.
      </p>
      {sample.data?.state === 'none' ? (
        <SampleDataOffer sample={sample} isAdmin />
      ) : (
        <SampleDataNotice sample={sample} isAdmin />
      )}
    </section>
  );
}
