/** The spans of fixtures/joined/app.cjs: each hop one, by kind and name. */
export const TWO_HOPS: readonly string[] = [
  'CLIENT GET',
  'CLIENT GET',
  'CLIENT GET',
  'INTERNAL own',
  'SERVER GET /inner',
  'SERVER GET /inner',
  'SERVER GET /outer/:id',
]
