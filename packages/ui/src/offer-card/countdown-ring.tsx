/** A ring that empties from 1 to 0 around its content. Internal to the offer card. */
export function CountdownRing({ share, children }: { share: number; children: string }) {
  return (
    <span data-slot="countdown-ring" aria-hidden="true">
      <svg aria-hidden="true" viewBox="0 0 44 44">
        <circle data-slot="countdown-ring-track" cx="22" cy="22" r="19" />
        <circle
          data-slot="countdown-ring-left"
          cx="22"
          cy="22"
          r="19"
          pathLength={1}
          strokeDasharray="1"
          strokeDashoffset={1 - share}
        />
      </svg>
      <span>{children}</span>
    </span>
  );
}
