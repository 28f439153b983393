export async function getServerSideProps({ params }) {
  if (params.id === 'fails') throw new Error('in getServerSideProps')
  return { props: { id: params.id } }
}

export default function Old({ id }) {
  return <p>{id}</p>
}
