#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

#include "app/commands.hpp"
#include "floor/documents/confined_child.hpp"

namespace {

void print_usage(std::FILE* stream) {
  std::fputs("usage: mandat COMMAND [options]\n\ncommands:\n", stream);
  for (const app::Command& command : app::commands) {
    std::fprintf(stream, "  %-10.*s %.*s\n", static_cast<int>(command.name.size()), command.name.data(),
                 static_cast<int>(command.summary.size()), command.summary.data());
  }
  std::fprintf(stream, "\noptions (also as MANDAT_… in the environment, or in the file named by --config):\n%s",
               app::option_help().c_str());
}

// Takes the command's own options out of `arguments`, each as its name and its value.
std::vector<std::string_view> take_own_options(const app::Command& command, std::vector<std::string_view>& arguments) {
  std::vector<std::string_view> own, others;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto name = arguments[i].substr(0, arguments[i].find('='));
    const auto known = std::find(command.own_options.begin(), command.own_options.end(), name);
    if (known == command.own_options.end()) {
      others.push_back(arguments[i]);
      continue;
    }
    own.push_back(*known);
    if (name.size() < arguments[i].size())
      own.push_back(arguments[i].substr(name.size() + 1));
    else if (++i < arguments.size())
      own.push_back(arguments[i]);
    else
      throw app::UsageError(std::string(name) + ": a value is missing");
  }
  arguments = std::move(others);
  return own;
}

int run(const std::vector<std::string_view>& arguments) {
  if (arguments.empty() || arguments.front() == "help" || arguments.front() == "--help") {
    print_usage(arguments.empty() ? stderr : stdout);
    return arguments.empty() ? 2 : 0;
  }
  const auto* command = std::find_if(std::begin(app::commands), std::end(app::commands),
                                     [&](const app::Command& row) { return row.name == arguments.front(); });
  if (command == std::end(app::commands)) throw app::UsageError("unknown command: " + std::string(arguments.front()));
  std::vector<std::string_view> others(arguments.begin() + 1, arguments.end()), words;
  const auto own = take_own_options(*command, others);
  const app::Configuration configuration = app::read_configuration(
      others, [](const char* name) { return std::getenv(name); }, words);
  words.insert(words.end(), own.begin(), own.end());
  return command->run(configuration, words);
}

}  // namespace

int main(int argc, char** argv) {
  documents::run_confined_child(argc, argv);
  try {
    return run({argv + 1, argv + argc});
  } catch (const app::UsageError& error) {
    std::fprintf(stderr, "mandat: %s\n\n", error.what());
    print_usage(stderr);
    return 2;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "mandat: %s\n", error.what());
    return 1;
  }
}
