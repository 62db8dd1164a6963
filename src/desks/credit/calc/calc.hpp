// `mandat calc KIND < case.json`: the credit engines from the command line (docs/calc.md).
#pragma once

#include <string>
#include <string_view>

namespace credit::calc {

struct Answer {
  int status = 0;     // of the process: 0, or 2 when the case is wrong
  std::string out;    // JSON: the result and its explanation
  std::string error;  // one line for each thing that is wrong, with its JSON path
};

// `run` takes the kinds that kinds() lists.
bool knows(std::string_view kind);
std::string kinds();  // "premium, regularisation, …"
Answer run(std::string_view kind, std::string_view json);

}  // namespace credit::calc
