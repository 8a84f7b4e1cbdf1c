export default function StartPage() {
  return <main>Call centre assistant</main>;
}
