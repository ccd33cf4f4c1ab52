// Nothing, in the place of a package that writes to a terminal.
module.exports = () => () => {};
