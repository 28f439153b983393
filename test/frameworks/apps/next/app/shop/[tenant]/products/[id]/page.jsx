export const dynamic = 'force-dynamic'

export default async function Page({ params }) {
  const { tenant, id } = await params
  const answer = await fetch(`${process.env.UPSTREAM}/${id}`, { cache: 'no-store' })
  return (
    <p>
      {tenant} {await answer.text()}
    </p>
  )
}
