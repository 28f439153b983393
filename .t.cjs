const M=require('node:module'); const o=M.prototype._compile; M.prototype._compile=function(c,f,...r){const x=o.call(this,c,f,...r); if(f.includes('proto.js'))console.log('compiled',f); return x}
require('/work/main/benchmarks/node_modules/pino')
