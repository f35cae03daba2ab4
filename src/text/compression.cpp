#include "text/compression.h"

#include <algorithm>
#include <cerrno>
#include <climits>

#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

namespace factlint {
namespace {

constexpr std::size_t input_size = std::size_t{1} << 16;
constexpr std::size_t always_allowed = std::size_t{256} << 20;
constexpr std::size_t largest_ratio = 200;
constexpr int gzip_only = 16;  // of inflateInit2: the header of gzip, not of zlib

enum class Format { none, gzip, zstd };

struct Ending {
    std::string_view text;
    Format format;
};

constexpr Ending endings[] = {{".gz", Format::gzip}, {".zst", Format::zstd}};

const Ending* ending_of(std::string_view path) {
    for (const Ending& ending : endings)
        if (path.size() > ending.text.size() && path.ends_with(ending.text)) return &ending;
    return nullptr;
}

}  // namespace

/// One of the two libraries.
struct Decompressor::Stream {
    Format format = Format::none;
    z_stream gzip{};
    ZSTD_DStream* zstd = nullptr;
    bool at_boundary = false;  ///< a member or frame is complete

    explicit Stream(Format which) : format(which) {
        if (format == Format::gzip)
            inflateInit2(&gzip, MAX_WBITS + gzip_only);
        else
            zstd = ZSTD_createDStream();
    }
    ~Stream() {
        if (format == Format::gzip)
            inflateEnd(&gzip);
        else
            ZSTD_freeDStream(zstd);
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    const char* name() const { return format == Format::gzip ? "gzip" : "zstd"; }

    struct Step {
        std::size_t consumed = 0, produced = 0;
        const char* error = nullptr;
    };

    Step step(std::string_view from, char* into, std::size_t room) {
        return format == Format::gzip ? step_gzip(from, into, room) : step_zstd(from, into, room);
    }

    Step step_gzip(std::string_view from, char* into, std::size_t room) {
        if (at_boundary) {
            // gzip pads to blocks of tapes with zeros.
            const std::size_t zeros = std::min(from.find_first_not_of('\0'), from.size());
            if (zeros > 0) return {zeros, 0, nullptr};
            inflateReset(&gzip);
            at_boundary = false;
        }
        gzip.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(from.data()));
        gzip.avail_in = static_cast<uInt>(from.size());
        gzip.next_out = reinterpret_cast<Bytef*>(into);
        gzip.avail_out = static_cast<uInt>(std::min<std::size_t>(room, INT_MAX));
        const uInt whole = gzip.avail_out;
        const int status = inflate(&gzip, Z_NO_FLUSH);
        at_boundary = status == Z_STREAM_END;
        Step step{from.size() - gzip.avail_in, whole - gzip.avail_out, nullptr};
        if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
            step.error = gzip.msg != nullptr ? gzip.msg : "out of memory";
        return step;
    }

    Step step_zstd(std::string_view from, char* into, std::size_t room) {
        ZSTD_inBuffer in{from.data(), from.size(), 0};
        ZSTD_outBuffer out{into, room, 0};
        const std::size_t left = ZSTD_decompressStream(zstd, &out, &in);
        at_boundary = left == 0;
        return {in.pos, out.pos, ZSTD_isError(left) != 0 ? ZSTD_getErrorName(left) : nullptr};
    }
};

std::string_view name_inside(std::string_view path) {
    const Ending* ending = ending_of(path);
    return path.substr(0, path.size() - (ending ? ending->text.size() : 0));
}

bool is_compressed(std::string_view path) { return ending_of(path) != nullptr; }

Decompressor::Decompressor(std::unique_ptr<Stream> stream) : stream_(std::move(stream)) {}
Decompressor::~Decompressor() = default;

std::unique_ptr<Decompressor> Decompressor::for_path(std::string_view path) {
    const Ending* ending = ending_of(path);
    if (!ending) return nullptr;
    return std::unique_ptr<Decompressor>(new Decompressor(std::make_unique<Stream>(ending->format)));
}

/// false where the system fails.
bool Decompressor::refill(int descriptor) {
    before_ += input_.size();
    taken_ = 0;
    input_.resize(input_size);
    ssize_t got = 0;
    do got = ::read(descriptor, input_.data(), input_.size());
    while (got < 0 && errno == EINTR);
    input_.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    ended_ = got == 0;
    return got >= 0;
}

ssize_t Decompressor::fail(const std::string& what, const std::string& reason) {
    fault_ = std::string("its ") + stream_->name() + " data " + what + " at byte " +
             std::to_string(before_ + taken_) + " of the compressed file" +
             (reason.empty() ? "" : ": " + reason);
    errno = EBADMSG;
    return -1;
}

bool Decompressor::grows_too_much() const {
    return produced_ > always_allowed && produced_ / largest_ratio > before_ + taken_;
}

ssize_t Decompressor::read_some(int descriptor, char* into, std::size_t room) {
    if (room == 0) return 0;
    while (true) {
        if (taken_ == input_.size() && !ended_ && !refill(descriptor)) return -1;
        if (ended_ && stream_->at_boundary) return 0;
        const Stream::Step step = stream_->step(std::string_view(input_).substr(taken_), into, room);
        taken_ += step.consumed;
        produced_ += step.produced;
        if (step.error) return fail("is damaged", step.error);
        if (grows_too_much()) return fail("grows to more than 200 times its size");
        if (step.produced > 0) return static_cast<ssize_t>(step.produced);
        if (ended_ && !stream_->at_boundary) return fail("ends too early");
    }
}

}  // namespace factlint
