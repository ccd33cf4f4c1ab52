// The answer, in the place of a package that finds it out by eval.
module.exports = () => true;
