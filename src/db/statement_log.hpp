// What a piece of work asks of the database: the statements that this thread runs while the log lives, by their text.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace db {

class StatementLog {
 public:
  StatementLog();
  StatementLog(const StatementLog&) = delete;
  StatementLog& operator=(const StatementLog&) = delete;
  ~StatementLog();

  const std::map<std::string, int, std::less<>>& runs() const { return runs_; }  // text -> how often

  static void note(std::string_view sql);  // by connections, for each statement; nothing when this thread keeps no log

 private:
  std::map<std::string, int, std::less<>> runs_;
};

}  // namespace db
