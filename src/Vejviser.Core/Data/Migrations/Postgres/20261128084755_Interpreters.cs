using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Interpreters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "interpreter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    sex = table.Column<int>(type: "integer", nullable: false),
                    is_certified = table.Column<bool>(type: "boolean", nullable: false),
                    by_video = table.Column<bool>(type: "boolean", nullable: false),
                    by_phone = table.Column<bool>(type: "boolean", nullable: false),
                    on_site = table.Column<bool>(type: "boolean", nullable: false),
                    travel_base = table.Column<string>(type: "text", nullable: true),
                    travel_minutes = table.Column<int>(type: "integer", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interpreter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "interpreter_avoided",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    interpreter_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interpreter_avoided", x => new { x.person_id, x.interpreter_id });
                    table.ForeignKey(
                        name: "fk_interpreter_avoided_interpreter_interpreter_id",
                        column: x => x.interpreter_id,
                        principalTable: "interpreter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_interpreter_avoided_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "interpreter_booking",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    dialect = table.Column<string>(type: "text", nullable: true),
                    wanted_mode = table.Column<int>(type: "integer", nullable: true),
                    wanted_sex = table.Column<int>(type: "integer", nullable: false),
                    field = table.Column<int>(type: "integer", nullable: false),
                    interpreter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    mode = table.Column<int>(type: "integer", nullable: true),
                    assigned_start = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    assigned_end = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    runner_up_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    complaint = table.Column<string>(type: "text", nullable: true),
                    requested_by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interpreter_booking", x => x.id);
                    table.ForeignKey(
                        name: "fk_interpreter_booking_interpreter_interpreter_id",
                        column: x => x.interpreter_id,
                        principalTable: "interpreter",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_interpreter_booking_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "interpreter_hours",
                columns: table => new
                {
                    interpreter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    weekday = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    until = table.Column<TimeOnly>(type: "time without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interpreter_hours", x => new { x.interpreter_id, x.weekday, x.from });
                    table.ForeignKey(
                        name: "fk_interpreter_hours_interpreters_interpreter_id",
                        column: x => x.interpreter_id,
                        principalTable: "interpreter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "interpreter_language",
                columns: table => new
                {
                    interpreter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    dialect = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interpreter_language", x => new { x.interpreter_id, x.language, x.dialect });
                    table.ForeignKey(
                        name: "fk_interpreter_language_interpreters_interpreter_id",
                        column: x => x.interpreter_id,
                        principalTable: "interpreter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_interpreter_avoided_interpreter_id",
                table: "interpreter_avoided",
                column: "interpreter_id");

            migrationBuilder.CreateIndex(
                name: "ix_interpreter_booking_interpreter_id",
                table: "interpreter_booking",
                column: "interpreter_id");

            migrationBuilder.CreateIndex(
                name: "ix_interpreter_booking_meeting_id",
                table: "interpreter_booking",
                column: "meeting_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "interpreter_avoided");

            migrationBuilder.DropTable(
                name: "interpreter_booking");

            migrationBuilder.DropTable(
                name: "interpreter_hours");

            migrationBuilder.DropTable(
                name: "interpreter_language");

            migrationBuilder.DropTable(
                name: "interpreter");
        }
    }
}
