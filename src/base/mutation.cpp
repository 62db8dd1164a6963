#include "base/mutation.hpp"

#ifdef MANDAT_MUTATION

#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <set>
#include <string>

namespace base {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

class Mutation {
 public:
  bool flips(std::string_view id) {
    if (!listing_) return id == wanted_;
    const std::lock_guard lock(mutex_);
    asked_.emplace(id);
    return false;
  }

  void write_list() {
    if (!listing_) return;
    const std::string file = variable("MANDAT_MUTATION_LIST");
    std::string text;
    for (const std::string& id : asked_) text += id + "\n";
    std::FILE* out = file.empty() ? stdout : std::fopen(file.c_str(), "a");
    if (out == nullptr || std::fputs(text.c_str(), out) < 0 || std::fflush(out) != 0) {
      std::perror("mandat: MANDAT_MUTATION_LIST");
      std::_Exit(2);
    }
    if (out != stdout) std::fclose(out);
  }

 private:
  const std::string wanted_ = variable("MANDAT_MUTATE");
  const bool listing_ = wanted_ == "list";
  std::mutex mutex_;
  std::set<std::string> asked_;
};

// Never destroyed: static objects that end after it may still ask.
Mutation& mutation() {
  static Mutation* const one = [] {
    std::atexit([] { mutation().write_list(); });
    return new Mutation;
  }();
  return *one;
}

}  // namespace

bool mutated(std::string_view id) { return mutation().flips(id); }

bool mutated_row(std::string_view table, std::size_t row, std::size_t row_count) {
  const std::string prefix = std::string(table) + ".";
  bool flipped_here = false;
  for (std::size_t i = 0; i < row_count; ++i)
    if (mutated(prefix + std::to_string(i)) && i == row) flipped_here = true;
  return flipped_here;
}

}  // namespace base

#endif
