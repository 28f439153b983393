// A Nest app with every way to a route, on the adapter ADAPTER, from the folder MODULES. It has no
// decorators, which Node does not read.
import { decorate, load } from './nest-parts.mjs'

const { All, Controller, ForbiddenException, Get, Module, RequestMethod, Scope, Sse, UseGuards, VersioningType } =
  await load('@nestjs/common')
const { NestFactory, RouterModule } = await load('@nestjs/core')
const { FastifyAdapter, ExpressAdapter } = await load(`@nestjs/platform-${process.env.ADAPTER}`)
const { of } = await load('rxjs')

class Refusing {
  canActivate() {
    throw new ForbiddenException()
  }
}

class CatsController {
  findOne() {
    return {}
  }
  anything() {
    return {}
  }
  file() {
    return {}
  }
  refused() {
    return {}
  }
  purrs() {
    return of({ data: 'purr' })
  }
}
decorate(CatsController, 'findOne', Get(':id'))
decorate(CatsController, 'refused', Get(':id/refused'), UseGuards(Refusing))
decorate(CatsController, 'purrs', Sse(':id/purrs'))
decorate(CatsController, 'anything', All('any/thing'))
decorate(CatsController, 'file', Get(process.env.ADAPTER === 'fastify' ? 'files/*' : 'files/*path'))
Controller('cats')(CatsController)

class VersionedController {
  first() {
    return {}
  }
}
decorate(VersionedController, 'first', Get('dogs/:id'))
Controller({ version: '2' })(VersionedController)

class ScopedController {
  list() {
    return {}
  }
}
decorate(ScopedController, 'list', Get('birds'))
Controller({ scope: Scope.REQUEST })(ScopedController)

class NestedController {
  one() {
    return {}
  }
}
decorate(NestedController, 'one', Get(':user'))
Controller('users')(NestedController)

class HealthController {
  health() {
    return {}
  }
}
decorate(HealthController, 'health', Get())
Controller('health')(HealthController)

class Tenants {}
Module({ controllers: [NestedController] })(Tenants)
class App {}
Module({
  imports: [Tenants, RouterModule.register([{ path: 'tenants/:tenant', module: Tenants }])],
  controllers: [CatsController, VersionedController, ScopedController, HealthController],
})(App)

const adapter = process.env.ADAPTER === 'fastify' ? new FastifyAdapter() : new ExpressAdapter()
const app = await NestFactory.create(App, adapter, { logger: false })
app.setGlobalPrefix('api', { exclude: [{ path: 'health', method: RequestMethod.GET }] })
app.enableVersioning({ type: VersioningType.URI })
await app.listen(0, '127.0.0.1')
process.send({ port: app.getHttpServer().address().port })
