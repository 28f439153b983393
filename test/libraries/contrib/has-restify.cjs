// restify asks Node for a part of its inside that Node 24 no longer has.
exports.hasRestify = Number.parseInt(process.versions.node, 10) < 24
