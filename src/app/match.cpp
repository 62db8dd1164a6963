// `mandat match --tradesmen t.csv --queries q.csv`: the matching engine without a server (docs/match.md).
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>

#include "app/commands.hpp"
#include "desks/works/matching/match_files.hpp"

namespace app {
namespace {

using works::matching::FirmIndex;
using works::matching::Order;

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file) throw std::runtime_error("cannot read " + path);
  return bytes;
}

template <class Read>
auto read_file(const std::string& path, Read&& read) {
  try {
    return read(contents(path));
  } catch (const works::matching::MatchFileError& error) {
    throw std::runtime_error(path + ": " + error.what());
  }
}

Order order_of(std::string_view text) {
  if (text == "distance") return Order::distance;
  if (text == "rating") return Order::rating;
  throw UsageError("--order is distance or rating");
}

struct Options {
  std::string tradesmen, queries, times;
  Order order = Order::distance;
};

Options options_of(Words words) {
  Options options;
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
    const std::string value(words[i + 1]);
    if (words[i] == "--tradesmen")
      options.tradesmen = value;
    else if (words[i] == "--queries")
      options.queries = value;
    else if (words[i] == "--times")
      options.times = value;
    else if (words[i] == "--order")
      options.order = order_of(value);
    else
      throw UsageError("match takes options only");
  }
  if (words.size() % 2 != 0 || options.tradesmen.empty() || options.queries.empty())
    throw UsageError("match takes --tradesmen FILE and --queries FILE");
  return options;
}

}  // namespace

int match(const Configuration&, Words words) {
  using Clock = std::chrono::steady_clock;
  const auto options = options_of(words);
  const FirmIndex index(read_file(options.tradesmen, works::matching::read_tradesmen));
  const auto queries =
      read_file(options.queries, [&](const auto& csv) { return works::matching::read_queries(csv, options.order); });
  std::string answers, times;
  for (const auto& query : queries) {
    const auto begun = Clock::now();
    const auto found = index.best(query.search);
    if (!options.times.empty()) times += std::to_string(std::chrono::nanoseconds(Clock::now() - begun).count()) + '\n';
    answers += answer_line(query, found);
  }
  if (!options.times.empty()) std::ofstream(options.times) << times;
  std::fputs(answers.c_str(), stdout);
  return std::fflush(stdout) == 0 ? 0 : 1;
}

}  // namespace app
