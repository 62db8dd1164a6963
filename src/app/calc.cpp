// `mandat calc KIND < case.json`: the credit engines without a server (docs/calc.md).
#include <cstdio>
#include <iostream>
#include <iterator>

#include "app/commands.hpp"
#include "desks/credit/calc/calc.hpp"

namespace app {

int calc(const Configuration&, Words words) {
  if (words.size() != 1 || !credit::calc::knows(words.front()))
    throw UsageError("calc takes one of " + credit::calc::kinds() + ", and the case on stdin");
  const std::string json{std::istreambuf_iterator<char>(std::cin), {}};
  const auto answer = credit::calc::run(words.front(), json);
  std::fputs(answer.out.c_str(), stdout);
  std::fputs(answer.error.c_str(), stderr);
  return answer.status;
}

}  // namespace app
