// The program's commands: one row each, one file each.
#pragma once

#include <span>
#include <string_view>

#include "app/configuration.hpp"

namespace app {

// A command's words after the options of all: `mandat admin create --dir x` has {"create"}. Options of its own stand
// there as a name and a value: {"--queries", "q.csv"}.
using Words = std::span<const std::string_view>;

// Something the caller of a command did wrong; main prints it and how commands are called.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Command {
  std::string_view name;
  std::string_view summary;
  int (*run)(const Configuration& configuration, Words words);  // the exit status
  std::span<const std::string_view> own_options = {};           // each takes a value
};

int serve(const Configuration& configuration, Words words);
int migrate(const Configuration& configuration, Words words);
int admin(const Configuration& configuration, Words words);
int demo_command(const Configuration& configuration, Words words);
int verify(const Configuration& configuration, Words words);
int backup(const Configuration& configuration, Words words);
int calc(const Configuration& configuration, Words words);
int match(const Configuration& configuration, Words words);
int show_configuration(const Configuration& configuration, Words words);

inline constexpr std::string_view match_options[] = {"--tradesmen", "--queries", "--order", "--times"};

inline constexpr Command commands[] = {
    {"serve", "apply missing migrations, then serve until SIGTERM or SIGINT", serve},
    {"migrate", "apply missing migrations", migrate},
    {"admin",
     "create EMAIL NAME ORGANISATION: an account of the operating organisation; its password is read from stdin. "
     "forget-second-factor EMAIL: for who lost the telephone and the recovery codes",
     admin},
    {"demo", "fill an empty database with an invented network, then serve it with a clock one can move", demo_command},
    {"verify", "check the database, the journal's chain, the ledger and the documents; the server must be stopped",
     verify},
    {"backup", "FILE: copy the database (the folder of documents is copied apart); the server must be stopped", backup},
    {"calc", "KIND: what a credit insurance policy costs and pays, the case read from stdin as JSON (docs/calc.md)",
     calc},
    {"match", "--tradesmen FILE --queries FILE: the best ten firms of each query, both files as CSV (docs/match.md)",
     match, match_options},
    {"config", "print the configuration, secrets hidden", show_configuration},
};

}  // namespace app
