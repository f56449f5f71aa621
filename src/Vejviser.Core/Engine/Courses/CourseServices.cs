using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Courses.Cards;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Courses;

public static class CourseServices
{
    /// <summary>Courses, beside meetings and the plan engine's own use cases.</summary>
    public static IServiceCollection AddCourses(this IServiceCollection services)
    {
        foreach (var useCase in new[] { typeof(PreviewCourse), typeof(MakeCourse), typeof(JoinCourse), typeof(LeaveCourse), typeof(CallOffCourse), typeof(NoteAttendance), typeof(ChangeIndustry), typeof(SaveCard) })
            services.AddScoped(useCase);
        return services.AddSingleton<IPersonPart, CoursesOfPerson>().AddSingleton<IPersonPart, CardOfPerson>().AddScoped<IPlanEffect, CarryCard>().AddScoped<IPlanEnding, LeaveWithPlan>();
    }
}
