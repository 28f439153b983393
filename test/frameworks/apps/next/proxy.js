// `proxy` for Next 16; the test renames the file to middleware.js for Next 15.
import { NextResponse } from 'next/server'

export function proxy(request) {
  const { pathname } = request.nextUrl
  if (pathname === '/refused') return new NextResponse('refused', { status: 401 })
  if (pathname !== '/moved') return NextResponse.next()
  const url = request.nextUrl.clone()
  url.pathname = '/shop/acme/products/8'
  return NextResponse.rewrite(url)
}
