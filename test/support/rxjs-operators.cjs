// The package exports its operators by a path of their own, where some have the names of what makes an observable.
module.exports = require('rxjs').operators;
