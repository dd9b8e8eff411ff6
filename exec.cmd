@rem npm scripts say "exec" so that signals reach Node itself under Unix shells; cmd.exe, which has no such word, finds this.
@%*
