#include "floor/tables/package.hpp"

#include <minizip/unzip.h>

#include <algorithm>
#include <cstring>

#include "floor/tables/refusals.hpp"
#include "floor/tables/table_rules.hpp"

namespace tables {
namespace {

[[noreturn]] void refuse(base::RefusalCode code) { throw Unreadable{{code}}; }

// minizip's view of bytes in memory as a file.
struct Memory {
  std::string_view bytes;
  std::uint64_t at = 0;
};

void* open(void* opaque, const void*, int) { return new Memory{*static_cast<const std::string_view*>(opaque)}; }
int close(void*, void* stream) {
  delete static_cast<Memory*>(stream);
  return 0;
}
unsigned long read(void*, void* stream, void* buffer, unsigned long wanted) {
  auto& memory = *static_cast<Memory*>(stream);
  const std::string_view found = memory.bytes.substr(std::min<std::uint64_t>(memory.at, memory.bytes.size()), wanted);
  if (!found.empty()) std::memcpy(buffer, found.data(), found.size());
  memory.at += found.size();
  return static_cast<unsigned long>(found.size());
}
unsigned long write(void*, void*, const void*, unsigned long) { return 0; }
ZPOS64_T tell(void*, void* stream) { return static_cast<Memory*>(stream)->at; }
long seek(void*, void* stream, ZPOS64_T offset, int origin) {
  auto& memory = *static_cast<Memory*>(stream);
  std::uint64_t base = 0;
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) base = memory.at;
  if (origin == ZLIB_FILEFUNC_SEEK_END) base = memory.bytes.size();
  if (__builtin_add_overflow(base, offset, &memory.at)) return -1;  // backwards, or nowhere
  return memory.at <= memory.bytes.size() ? 0 : -1;
}
int error(void*, void*) { return 0; }

}  // namespace

Package::Package(std::string_view bytes) : bytes_(bytes) {
  zlib_filefunc64_def calls{.zopen64_file = open,
                            .zread_file = read,
                            .zwrite_file = write,
                            .ztell64_file = tell,
                            .zseek64_file = seek,
                            .zclose_file = close,
                            .zerror_file = error,
                            .opaque = &bytes_};
  archive_ = ::unzOpen2_64("", &calls);
  if (archive_ == nullptr) refuse(damaged_workbook);
  unz_global_info64 about{};
  const bool known = ::unzGetGlobalInfo64(archive_, &about) == UNZ_OK;
  if (known && about.number_entry <= static_cast<ZPOS64_T>(most_parts.value())) return;
  ::unzClose(archive_);
  refuse(known ? bomb : damaged_workbook);
}

Package::~Package() { ::unzClose(archive_); }

std::optional<std::string> Package::part(const std::string& name) {
  constexpr int without_case = 2;
  if (::unzLocateFile(archive_, name.c_str(), without_case) != UNZ_OK) return std::nullopt;
  unz_file_info64 about{};
  if (::unzGetCurrentFileInfo64(archive_, &about, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK)
    refuse(damaged_workbook);
  constexpr unsigned long encrypted = 1;
  if ((about.flag & encrypted) != 0) refuse(old_workbook);
  // What the archive says of itself is a stranger's word: the size is counted again while it is unpacked.
  if (about.uncompressed_size > static_cast<std::uint64_t>(most_part_bytes.value())) refuse(bomb);
  if (::unzOpenCurrentFile(archive_) != UNZ_OK) refuse(damaged_workbook);
  std::string text = unpacked(std::min<std::uint64_t>(about.compressed_size, bytes_.size()));
  if (::unzCloseCurrentFile(archive_) != UNZ_OK) refuse(damaged_workbook);  // the check sum
  return text;
}

std::string Package::unpacked(std::uint64_t packed_bytes) {
  constexpr std::size_t step = 64 * 1024;
  constexpr std::size_t small = 4 * 1024 * 1024;  // where no ratio matters
  const auto most = static_cast<std::size_t>(most_part_bytes.value());
  const auto most_by_ratio = packed_bytes * static_cast<std::uint64_t>(most_ratio.value());
  std::string text;
  for (;;) {
    const std::size_t before = text.size();
    text.resize(before + step);
    const int got = ::unzReadCurrentFile(archive_, text.data() + before, static_cast<unsigned>(step));
    if (got < 0) refuse(damaged_workbook);
    text.resize(before + static_cast<std::size_t>(got));
    if (text.size() > most || (text.size() > small && text.size() > most_by_ratio)) refuse(bomb);
    if (got == 0) return text;
  }
}

}  // namespace tables
