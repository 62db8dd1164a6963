#include "db/sql_text.hpp"

#include <algorithm>

namespace db {
namespace {

enum class Kind { word, parameter, quoted, comment, blank, sign };

struct Token {
  Kind kind;
  std::string_view text;
};

bool starts_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool in_word(char c) { return starts_word(c) || (c >= '0' && c <= '9'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t end_of_word(std::string_view sql, std::size_t at) {
  while (at < sql.size() && in_word(sql[at])) ++at;
  return at;
}

// Past the closing mark; a doubled mark stands for itself, and reads as two literals that touch.
std::size_t after(std::string_view sql, std::string_view closing, std::size_t from) {
  const auto at = sql.find(closing, from);
  return at == sql.npos ? sql.size() : at + closing.size();
}

Token next_token(std::string_view sql) {
  const char c = sql[0];
  const auto token = [&](Kind kind, std::size_t length) { return Token{kind, sql.substr(0, length)}; };
  if (is_blank(c)) {
    const auto end = sql.find_first_not_of(" \t\n\r");
    return token(Kind::blank, end == sql.npos ? sql.size() : end);
  }
  if (starts_word(c)) return token(Kind::word, end_of_word(sql, 1));
  if (c == '\'' || c == '"') return token(Kind::quoted, after(sql, sql.substr(0, 1), 1));
  if (sql.starts_with("--")) return token(Kind::comment, std::min(sql.find('\n'), sql.size()));
  if (sql.starts_with("/*")) return token(Kind::comment, after(sql, "*/", 2));
  if (sql.starts_with("::")) return token(Kind::sign, 2);
  if (c == ':' && sql.size() > 1 && starts_word(sql[1])) return token(Kind::parameter, end_of_word(sql, 2));
  return token(Kind::sign, 1);
}

std::vector<Token> tokens_of(std::string_view sql) {
  std::vector<Token> tokens;
  while (!sql.empty()) {
    tokens.push_back(next_token(sql));
    sql.remove_prefix(tokens.back().text.size());
  }
  return tokens;
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

constexpr std::string_view clustered = "{{clustered}}";

std::string without(std::string text, std::string_view part) {
  const auto at = text.find(part);
  if (at != text.npos) text.erase(at, part.size());
  return text;
}

}  // namespace

NumberedSql number_parameters(std::string_view sql) {
  NumberedSql numbered;
  numbered.text.reserve(sql.size());
  for (const Token& token : tokens_of(sql)) {
    if (token.kind != Kind::parameter) {
      numbered.text += token.text;
      continue;
    }
    const auto name = token.text.substr(1);
    auto& names = numbered.names;
    const auto known = std::find(names.begin(), names.end(), name);
    const auto number = known - names.begin() + 1;
    if (known == names.end()) names.emplace_back(name);
    numbered.text += '$';
    numbered.text += std::to_string(number);
  }
  return numbered;
}

std::vector<std::string> split_statements(std::string_view sql) {
  std::vector<std::string> statements;
  std::string current;
  const auto finish = [&] {
    const auto first = current.find_first_not_of(" \t\n\r");
    if (first != current.npos)
      statements.push_back(current.substr(first, current.find_last_not_of(" \t\n\r") - first + 1));
    current.clear();
  };
  for (const Token& token : tokens_of(sql)) {
    if (token.kind == Kind::comment) continue;
    if (token.text == ";")
      finish();
    else
      current += token.text;
  }
  finish();
  return statements;
}

std::string fit_definition(std::string_view statement, Engine engine) {
  const auto words = upper(statement.substr(0, 12));
  const bool creates = words.starts_with("CREATE TABLE");
  if (!creates && !words.starts_with("ALTER TABLE")) return std::string(statement);

  std::string fitted;
  std::string before;  // the word before, to leave CAST(… AS TEXT) alone
  for (const Token& token : tokens_of(statement)) {
    const auto word = token.kind == Kind::word ? upper(token.text) : std::string();
    if (engine == Engine::sqlite && word == "BIGINT")
      fitted += "INTEGER";
    else if (engine == Engine::postgres && word == "TEXT" && before != "AS")
      fitted += "TEXT COLLATE \"C\"";
    else
      fitted += token.text;
    if (!word.empty()) before = word;
  }
  const bool by_key = fitted.find(clustered) != fitted.npos;
  fitted = without(std::move(fitted), clustered);
  if (creates && engine == Engine::sqlite) fitted += by_key ? " STRICT, WITHOUT ROWID" : " STRICT";
  return fitted;
}

}  // namespace db
