// A Nest app on the adapter ADAPTER, from the folder MODULES. It has no decorators, which Node does
// not read.
import { decorate, load } from './nest-parts.mjs'

const common = await load('@nestjs/common')
const { NestFactory } = await load('@nestjs/core')
const adapter = await load(`@nestjs/platform-${process.env.ADAPTER}`)
const { Catch, Controller, Get, HttpException, InternalServerErrorException, Module, NotFoundException, UseFilters } =
  common
const { UseGuards } = common

class TeapotFilter {
  catch(_exception, host) {
    const response = host.switchToHttp().getResponse()
    response.status(503).send({ teapot: true })
  }
}
Catch(RangeError)(TeapotFilter)

class GoodFilter {
  catch(_exception, host) {
    host.switchToHttp().getResponse().status(200).send({ good: true })
  }
}
Catch()(GoodFilter)

class Guard {
  canActivate() {
    throw new TypeError('in a guard')
  }
}

class Cats {
  fine() {
    return { fine: true }
  }
  async fails() {
    await null
    throw new TypeError('in a handler')
  }
  filtered() {
    throw new RangeError('for a filter')
  }
  madeGood() {
    throw new Error('made good')
  }
  guarded() {}
  missing() {
    throw new NotFoundException()
  }
  http() {
    throw new InternalServerErrorException('as an HttpException')
  }
  gateway() {
    throw new HttpException('bad gateway', 502)
  }
}
decorate(Cats, 'fine', Get('fine/:id'))
decorate(Cats, 'fails', Get('fails/:id'))
decorate(Cats, 'filtered', Get('filtered/:id'), UseFilters(TeapotFilter))
decorate(Cats, 'madeGood', Get('made-good/:id'), UseFilters(GoodFilter))
decorate(Cats, 'guarded', Get('guarded/:id'), UseGuards(Guard))
decorate(Cats, 'missing', Get('missing/:id'))
decorate(Cats, 'http', Get('http/:id'))
decorate(Cats, 'gateway', Get('gateway/:id'))
Controller('cats')(Cats)

class App {
  configure(consumer) {
    consumer
      .apply((request, _response, next) => {
        if ((request.originalUrl ?? request.url).includes('middleware')) throw new TypeError('in a middleware')
        next()
      })
      .forRoutes('{*splat}')
  }
}
Module({ controllers: [Cats] })(App)

const Adapter = process.env.ADAPTER === 'fastify' ? adapter.FastifyAdapter : adapter.ExpressAdapter
const app = await NestFactory.create(App, new Adapter(), { logger: false })
await app.listen(0, '127.0.0.1')
process.send({ port: app.getHttpServer().address().port })
